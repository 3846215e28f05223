import { lazily } from '../../text/index.ts';

/** Names of adversaries and software that are words of their own as well: only the words beside them show that they are meant. */
const plainNames = lazily(
  () =>
    new Set(
      `action agenda alibaba aluminum anchor armageddon atlas attrib aurora auto avenger axiom backspace basin beijing biscuit
    bismuth bitter blackjack bookworm boron bottle bubblewrap butterfly calcium calendar callisto calypso cannon canopy carbon
    cardinal castle chameleon chaos chimera chlorine chopstick chromium cicada cleaver cobalt combine comment copper covenant
    crimson crutch cuba cuckoo denis diamond disco dogfish doki donut dragonfish dragonfly dune elbrus electrum embargo
    emissary empire epic equation expand explosive ferocious flame flipside foxmail frog gazer ghost gold golem gorilla
    griffon hades hangover havoc haymaker helium hippo honeybee horde hydra hydrogen inception iodine iridium iron james judge
    kevin knight krypton lead leviathan lexus livesafe lowball lucifer machete magic magnesium mana manganese mango mantis
    mask matrix matryoshka maze medusa meek mercury meteor milan mirage monsoon moonlight mori mosquito moth mystic mythic
    nebulae newscaster nickel ninja nitro nitrogen nova octopus overflame oxygen pacemaker page paladin pandora parasite peppy
    phantom phoenix phosphorus photo pickaxe ping pioneer pitstop platinum play plutonium polaris pony poseidon potassium
    prestige proton pupa pupy raccoon radium rancor rattlesnake reaper reptile responder revenge riptide root route rover
    royal ruby ruler rush samurai sardonic sauron scarab scimitar scorpion shadow shark shell siesta silence silicon slingshot
    snake sodium solar soldier soundbite spaceship spark sparta sphinx spider spring storm strider sulphur summit sunburst
    superman supernova templar thor tick timmy titan trailblazer trident trinity trojan troll uppercut venom vermin viper
    voyeur warzone wildcard windshield wiper woody wraith zinc zipline zlib`.split(/\s+/u),
    ),
);

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

/** Letters that are too few to be nobody else’s. */
const FEW_LETTERS = 3;

/** Whether a name, in plain spelling, means something else wherever no word beside it shows that it is a name. */
export function isPlainName(plain: string): boolean {
  if (plainNames().has(plain) || PLAIN_PHRASES.has(plain) || NUMBERED.test(plain)) return true;
  return plain.length <= FEW_LETTERS && /^\p{L}+$/u.test(plain);
}
