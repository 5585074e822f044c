/**
 * Stands in for the table of `github-slugger` in the bundles: what a heading's anchor leaves out, in Unicode's own
 * terms. The same for every character of the table's Unicode version; letters that are younger stay.
 */
export const regex = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc} -]/gu;
