import { issueTable } from '../../facts/index.ts';

/** Everything that can go wrong when a PDF is made. */
export const PDF_ISSUES = issueTable({
  noTypst: {
    code: 'E850',
    meaning:
      'PDF pages are set by Typst, and no build of it is installed that runs here: the optional packages were left out, or there is none for this platform.',
    remedy:
      'Install the build that runs everywhere beside Foeprint, `npm install @myriaddreamin/typst-ts-web-compiler@0.7.0` (28 MB; with `-g` where Foeprint was installed so), or ask for HTML, which prints as well.',
  },
  notSet: {
    code: 'E851',
    meaning: 'Typst refused a document, which it never should.',
    remedy: 'Ask for HTML instead, and please report what the message says.',
  },
});
