/** What users of Cotangent touch: the annotation that asks for derivatives. */
package io.cotangent;
