/** Where the engine keeps which lines of a table it could not take apart, while it reads. */
export const FAULTY_LINES = 'faulty_lines';
