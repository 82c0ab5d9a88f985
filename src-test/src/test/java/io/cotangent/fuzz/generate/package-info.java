/** Makes random programs that compile, end and stay in the range of good numbers. */
package io.cotangent.fuzz.generate;
