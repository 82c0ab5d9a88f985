/** Forward mode, and what forward and reverse mode share: the shadows of arrays. */
package io.cotangent.processor.tangent;
