import { text } from 'node:stream/consumers';
import { checkScenario, rankScenario, type CheckedScenario } from '../src/domain/score';

const badInput = 2;

async function main(): Promise<void> {
  const checked = readScenario(await text(process.stdin));
  if (checked.kind === 'faults') {
    for (const { path, message } of checked.faults) process.stderr.write(`${path}: ${message}\n`);
    process.exitCode = badInput;
    return;
  }
  process.stdout.write(`${JSON.stringify(rankScenario(checked.scenario), null, 1)}\n`);
}

function readScenario(json: string): CheckedScenario {
  try {
    return checkScenario(JSON.parse(json));
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    return { kind: 'faults', faults: [{ path: '$', message: `is not JSON: ${failure.message.replaceAll('\n', ' ')}` }] };
  }
}

void main();
