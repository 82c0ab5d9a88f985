/** Questions about a unit, answered once and never written onto the operations. */
package io.cotangent.processor.analysis;
