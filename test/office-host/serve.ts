import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';

/** The unmodified client library, as npm brings it. */
export const OFFICE_JS = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives the body for a path of the address, or null for 404. */
type Answer = (path: string) => Promise<Uint8Array | string | null>;

export interface RunningServer {
  origin: string;
  close(): Promise<void>;
}

let certificate: { key: Buffer; cert: Buffer } | undefined;

/** A self-signed certificate for localhost, made by openssl once a process and kept nowhere. */
function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'office-host-'));
  try {
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const files = ['-keyout', keyFile, '-out', certFile];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files], {
      stdio: 'pipe',
    });
    return { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves over https on localhost, at a port that is free. */
export async function serve(answer: Answer, headers: { [name: string]: string } = {}): Promise<RunningServer> {
  certificate ??= makeCertificate();
  const server = https.createServer(certificate, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
    answer(path).then(
      (body) => {
        const type =
          TYPES[extname(path)] ?? (extname(path) === '' ? TYPES['.html'] : undefined) ?? 'application/octet-stream';
        response.writeHead(body === null ? 404 : 200, { 'content-type': type, ...headers }).end(body ?? '');
      },
      (problem: unknown) => {
        response.writeHead(500).end(String(problem));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `https://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Answers from a folder; `/office/…` from the client library. A folder's own address means its `index.html`. */
export function fromFolder(folder: string): Answer {
  return async (path) => {
    const [root, name] = path.startsWith('/office/') ? [OFFICE_JS, path.slice('/office'.length)] : [folder, path];
    const file = join(root, normalize(name.endsWith('/') ? `${name}index.html` : name));
    try {
      return await readFile(file);
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'EISDIR'))
        return null;
      throw problem;
    }
  };
}
