// The demo's server, as `npm start` runs it after the build.
import { spawn } from 'node:child_process';

/** @returns {Promise<{ url: string, stop: () => void }>} */
export async function startDemo() {
  const child = spawn(process.execPath, ['demo/serve.mjs'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const read = (text) => {
      output += text;
      const address = output.match(/^(http:\/\/\S+)\n/m)?.[1];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${output}`)));
  });
  return { url, stop: () => child.kill() };
}
