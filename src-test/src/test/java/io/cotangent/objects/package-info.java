/** Objects that come from outside the differentiated method. */
package io.cotangent.objects;
