'use strict';
// @forge/bundler puts this beside the bundle where Atlassian's runtime would be; the local host loads the bundle itself.
exports.main = async () => {
  throw new Error('This bundle was built for the local sandbox: deploy with `forge deploy`, which adds the platform runtime.');
};
