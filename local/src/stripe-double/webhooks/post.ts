import http from 'node:http';
import https from 'node:https';

const httpAgent = new http.Agent({ keepAlive: true, maxSockets: 32 });
const httpsAgent = new https.Agent({ keepAlive: true, maxSockets: 32 });

/** Posts one delivery and resolves with the status, or rejects with the connection's error. The answer's body is ignored. */
export function postWebhook(
  url: string,
  body: string,
  signature: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<number> {
  const isHttps = url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const request = (isHttps ? https : http).request(url, {
      method: 'POST',
      agent: isHttps ? httpsAgent : httpAgent,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Stripe-Signature': signature,
        'User-Agent': 'Stripe/1.0 (double)',
      },
      signal,
    });
    const deadline = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.on('close', () => clearTimeout(deadline));
    request.end(body);
  });
}
