export { mcpServerOf, type McpOptions } from './server.ts'; // an access → a server of the Model Context Protocol
export { serveOnStdio } from './stdio.ts'; // which is answered over standard input and output
export { answerOverHttp, type HttpCall, type HttpReply } from './http.ts'; // or, request by request, over HTTP
export type { Act } from './tool.ts'; // what does what tools that change a home do
