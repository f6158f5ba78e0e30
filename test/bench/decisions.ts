import { calibrate, printCalibration } from './decisions/calibration';
import { compareRules, printRegret } from './decisions/regret';
import { variants } from './decisions/variants';

// Seeds for tuning defaults and for reporting are apart: what is reported was never looked at while choosing.
const seeds = process.argv.includes('--tuning') ? { first: 1, count: 100 } : { first: 10_001, count: 200 };

console.log(`Regret (share of what perfect knowledge would deliver that is lost), seeds ${seeds.first} to ${seeds.first + seeds.count - 1}`);
for (const variant of variants) printRegret(variant, compareRules(variant, seeds));
console.log('\nDoes "A before B in 8 of 10 draws" come true in 8 of 10 worlds? Any two items of a list:');
for (const variant of variants) printCalibration(variant, calibrate(variant, seeds, Infinity));
// The order itself picked these pairs, so that those that are said to be far apart are the ones it was fooled by.
console.log('\nOnly items up to ten places apart:');
for (const variant of variants) printCalibration(variant, calibrate(variant, seeds, 10));
