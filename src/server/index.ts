export { makeServer, startServer, type RunningServer, type ServerOptions } from './start-server.ts'; // the HTTP API and the web application
export { SERVER_ISSUES } from './issues.ts'; // what can be wrong with a request
