export * from './loading.ts'; // sources loaded, synchronised, forgotten, dumped, restored
export * from './assertion.ts'; // what is said by oneself
export * from './files.ts'; // files written, settings
