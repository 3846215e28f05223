/** A text of an event, in the forms that rules compare it in. Each is made when it is first asked for. */
export class FieldText {
  readonly text: string;
  private readonly forms = new Map<FormName, string>();

  constructor(text: string) {
    this.text = text;
  }

  form(name: FormName): string {
    if (name === 'cased') return this.text;
    let form = this.forms.get(name);
    if (form === undefined) {
      form = inForm(this.text, name);
      this.forms.set(name, form);
    }
    return form;
  }
}

/** `folded`: upper and lower case are the same; `dashes`: so are the characters that begin an option of a command. */
export type FormName = 'folded' | 'cased' | 'folded dashes' | 'cased dashes';

/** Two texts are the same under a form when their forms are; and a text stands in another when its form stands in the other’s. */
export function inForm(text: string, name: FormName): string {
  // What a final sigma is in lower case depends on what follows, so that a part would differ from the same part of a whole.
  const folded = name.startsWith('cased') ? text : text.toLowerCase().replaceAll('ς', 'σ');
  return name.endsWith('dashes') ? folded.replaceAll(/[/–—―]/gu, '-') : folded;
}
