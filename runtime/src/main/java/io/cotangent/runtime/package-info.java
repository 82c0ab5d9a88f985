/** What generated code touches: the tape, shadows of arrays, checks of shapes. */
package io.cotangent.runtime;
