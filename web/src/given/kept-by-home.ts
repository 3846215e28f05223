/*
 * The organisation that the home keeps is not sent back to it: the server takes it by itself, with its marking. It is compared by what it
 * says, since answers give questions back as new objects.
 */
let kept = '';

/** Says what the home keeps, as the server gave it; undefined where that is nothing. */
export function noteKeptByHome(organisation: object | undefined): void {
  kept = organisation === undefined ? '' : JSON.stringify(organisation);
}

/** A question without the organisation that the server takes by itself. */
export function withoutKept<Question extends object>(question: Question): Question {
  const { organisation, ...others } = question as { readonly organisation?: unknown };
  const isKept = kept !== '' && !isAboutOther(others) && JSON.stringify(organisation) === kept;
  return isKept ? (others as Question) : question;
}

/**
 * A question that an answer gave back, as it is asked again: what was asked of nobody says so, or it would be asked of the one that is kept.
 *
 * @param fields of the question, as `virtual:questions` has them
 */
export function askedAgain<Question extends object>(question: Question, fields: object): Question {
  const isOfNobody =
    kept !== '' && 'organisation' in fields && !('organisation' in question) && !isAboutOther(question);
  return isOfNobody ? { ...question, organisation: null } : withoutKept(question);
}

/** Whether groups or techniques stand in the place of an organisation. */
function isAboutOther(question: object): boolean {
  return ['groups', 'techniques'].some((field) => {
    const value: unknown = Reflect.get(question, field);
    return Array.isArray(value) && value.length > 0;
  });
}
