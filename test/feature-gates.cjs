// Atlaskit's feature gates, all off: as in the built pages.
const client = { checkGate: () => false, getExperimentValue: (_experiment, _parameter, fallback) => fallback, initializeCalled: () => true, initializeCompleted: () => true };
module.exports = { __esModule: true, default: client, FeatureGates: client };
