/**
 * The report: a page for each annotated method with its source beside what is generated for it, the
 * storage plan, and what it costs. Pages need nothing but themselves.
 */
package io.cotangent.processor.page;
