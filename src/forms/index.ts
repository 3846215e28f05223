export * from './formats.ts'; // names of forms, and the endings of their files
export { isArgument, longName, optionName, parametersOf, type NamedParameter } from './parameters.ts'; // fields of a question and how they are asked for
export { harmlessText, jsonText } from './harmless-text.ts'; // text that cannot steer a screen
export { markedText, type Form, type FormOptions, type HowWritten } from './form.ts'; // a form of an answer that is no document
export { formOptionOf, formsOf, OF_FORMAT } from './forms.ts'; // those that an answer has
export { DRAWING_OPTIONS, layersTextOf } from './matrix-forms.ts'; // layers as files and drawings
export { DOCUMENT_FORMS, type DocumentFormat } from './documents.ts'; // what documents are made into
export { answerText, ownText } from './plain-text.ts'; // an answer as text
export { filesZip } from './files-zip.ts'; // an answer of several files as one archive
export { FORM_ISSUES } from './issues.ts'; // what forms an answer cannot be made into
