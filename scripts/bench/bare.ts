// What Express costs alone: the same body read, the same answer written, and nothing checked or remembered but the body itself.
import express from 'express';

const rows: unknown[] = [];
const app = express();
app.disable('x-powered-by').disable('etag');
app.post('/ns-api/v2/domains', express.json(), (request, response) => {
  rows.push(request.body);
  response.json(request.body);
});
// As long as an account, and the same for everybody.
const account = `<?xml version="1.0" encoding="UTF-8"?>\n<account>${'<title>Ada Example</title>'.repeat(32)}</account>`;
app.all('/account', (_request, response) => {
  response.type('application/xml').send(account);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
