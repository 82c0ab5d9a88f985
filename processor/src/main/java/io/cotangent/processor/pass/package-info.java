/** Transformations from plain operations to simpler ones that compute the same. */
package io.cotangent.processor.pass;
