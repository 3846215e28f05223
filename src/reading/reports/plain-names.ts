import { lazily } from '../../text/index.ts';

/** Names of adversaries and software that are words of their own as well: only the words beside them show that they are meant. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  materials: `actinium aluminum aluminium americium antimony argon arsenic barium bismuth bohrium boron bromine cadmium
    calcium carbon cerium cesium chlorine chromium chrysene cobalt copernicium copper curium diamond dubnium emerald europium
    fluorine gadolinium gallium germanium gold hafnium hassium helium hexane holmium hydrogen indium iodine iridium iron krypton
    lawrencium lead lithium magnesium manganese mercury molybdenum neodymium neon neptunium nickel niobium nitrogen nobelium osmium oxygen
    palladium phosphorus platinum plutonium polonium potassium promethium proton radium radon rhodium rubidium ruby sapphire
    scandium selenium silicon silver sodium strontium sulphur sulfur tantalum technetium tellurium terbium thallium thorium tin
    titanium tungsten uranium vanadium xenon ytterbium yttrium zinc zirconium`,
  creatures: `butterfly caracal chameleon chimera cicada dogfish dragon dragonfly elf elfin falcon ferret fox frog griffon hermit hippo honeybee
    jackal kitten leopard leviathan mantis mongoose monkey mosquito moth ninja octopus orangeworm otter panda parasite penguin puma
    rattlesnake raven rover scarab scorpion serpent shark snake sphinx spider squirrel stork tick tiger turtle unicorn viper
    wasp weasel wolf worm`,
  places: `alibaba atlas aurora callisto calypso castle cuba disco dune earth elbrus ember eris europa harbor indra island kessel lexus
    masan milan mirage moonlight moscow nebula nebulae neptune olympus oxford pandora paris parinacota polaris solar sparta summit sunrise
    sunset templar troy`,
  beings: `anchor ares avenger bandit butcher cardinal cleaver emissary ghost gorilla hades hunter hydra james judge kevin knight
    lucifer lurid magic medusa meteor mythic newscaster nomad odin phantom photo pioneer ruler phoenix pirate poseidon prince
    reaper robin royal ruler samurai santa sentinel soldier strider supernova thor timmy trident trinity venom vermin wizard zeus`,
  things: `agent badnews bash basin bazaar biscuit blackjack bookworm bottle bus cadelle calendar cannon canopy chaos circle comet crimson crutch cyber
    daemon denis desk doki donut door electrum embargo empire epic equation expand exchange explosive express ferocious flame flash fuel
    gazer glue golem gravity group hammer hardrain helix horde hostess impact inception infinity kaba key landfall latrodectus leak lighthouse
    machete mana mask matrix matryoshka maze meek mirror monsoon mori mystic net night nova orz overflame page paladin peppy petal pickaxe
    ping pipe pitstop play pony prestige project proxy pupa pupy qwerty rainbow rancor reflection remote resource responder reptile riptide
    rocket root route royalty rush sauron scimitar sea shadow shell shield sibot sigma silence siesta skid slingshot snapshot spark spear
    spica spring spy sriracha stone storm stratum sunburst sword taal target tempest tide titan tool tor torch tornado trailblazer
    transparent trojan turbine twister umbrella vault vector veil wave webmasters widow wildcard windshield wiper zipline fin apt hacker
    attrib foxmail comment livesafe auto zlib hangover action cuckoo troll woody smoke panama revenge raccoon whois medusa beijing iron sandman fallout gaza callisto reg arp ftp cmd at combine dragonfish lotus mango oilrig bazar monti akira`,
};

/** Names of several words that are everyday ones. */
const PLAIN_PHRASES = new Set([
  'copy paste',
  'cutting edge',
  'skeleton key',
  'the gentlemen',
  'the mask',
  'unnamed actor',
]);

/** `Group 8`, which every list may have. */
const NUMBERED = /^(?:cluster|group|team|unit) ?\d{1,2}$/u;

const plainNames = lazily(() => new Set(Object.values(PLAIN_NAMES).flatMap((words) => words.split(/\s+/u))));

/** Letters that are too few to be nobody else’s. */
const FEW_LETTERS = 3;

/** Whether a name, in plain spelling, means something else wherever no word beside it shows that it is a name. */
export function isPlainName(plain: string): boolean {
  if (plainNames().has(plain) || PLAIN_PHRASES.has(plain) || NUMBERED.test(plain)) return true;
  return plain.length <= FEW_LETTERS && /^\p{L}+$/u.test(plain);
}
