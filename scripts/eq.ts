import { commands } from './eq/commands';
import { BadInput } from './eq/input';
import { shippedCatalogue } from './shipped';

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const known = Object.values(commands).map(({ usage }) => `  npm run -s eq -- ${usage}`);
    throw new BadInput(
      `${name === '' ? 'Name a command' : `“${name}” is no command`}. There are:\n${known.join('\n')}`,
    );
  }
  for await (const line of command.run(args, shippedCatalogue())) process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`eq: ${error.message}\n`);
  process.exitCode = 2;
});
