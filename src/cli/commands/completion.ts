import { completionsOf } from '../call/completions.ts';
import { EXIT, type CommandDeclaration } from '../call/command.ts';
import { noChoice } from '../call/option-value.ts';
import { give } from '../terminal/present.ts';

/** What a shell runs to complete words of `foeprint`: it asks `foeprint` itself, and takes files where that has nothing. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_foeprint() {
  local IFS=$'\\n'
  COMPREPLY=($(foeprint completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _foeprint foeprint
`,
  zsh: `#compdef foeprint
_foeprint() {
  local -a found
  found=("\${(@f)$(foeprint completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found:#}")
  if (( $#found )); then compadd -- "\${(@)found}"; else _files; fi
}
compdef _foeprint foeprint
`,
  fish: `function __foeprint_complete
  set -l found (foeprint completion words -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c foeprint -f -a '(__foeprint_complete)'
`,
};

/** What the scripts ask by. */
const WORDS = 'words';

export const completion: CommandDeclaration = {
  name: 'completion',
  summary: 'what lets bash, zsh or fish complete commands, options and their values',
  details:
    'Prints a script for the shell, to be read by it when it starts. The script asks `foeprint completion words` with what is typed; where that knows nothing, files are completed.',
  arguments: [
    { syntax: '<shell>', help: 'bash, zsh or fish; `words`: what may stand in place of the last word' },
    { syntax: '[word...]', help: 'of `words`, what is typed, behind `--`' },
  ],
  options: [],
  endings: ['bash', 'zsh', 'fish', 'sh'],
  examples: [
    { line: 'completion bash >> ~/.bashrc', label: 'for bash' },
    { line: 'completion zsh >> ~/.zshrc', label: 'for zsh, below `compinit`' },
    { line: 'completion fish > ~/.config/fish/completions/foeprint.fish', label: 'for fish' },
  ],
  answer: async (call) => {
    const [shell = '', ...words] = call.arguments;
    if (shell === WORDS) {
      const found = await completionsOf(words);
      await give(found.join('\n'), call);
      return found.length === 0 ? EXIT.nothing : EXIT.ok;
    }
    if (!Object.hasOwn(SCRIPTS, shell))
      throw noChoice(shell, Object.keys(SCRIPTS), '<shell>', 'shell that is known');
    await give(SCRIPTS[shell] ?? '', call);
    return EXIT.ok;
  },
};
