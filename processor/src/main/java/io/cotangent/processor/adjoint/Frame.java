package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Layout;
import io.cotangent.processor.analysis.Ranges;
import io.cotangent.processor.analysis.Stability;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.pass.Repetitions;
import io.cotangent.processor.tangent.Shadowing;

/**
 * What every planner knows about the function it works on.
 *
 * @param tape what the forward sweep leaves for the reverse sweep goes there
 * @param scratch what the reverse sweep leaves for itself goes there; the same as {@code tape} if
 *     both sweeps run once, one after the other
 * @param isReplayed whether the reverse sweep may run more than once for one forward sweep, so that
 *     it has to leave every shadow as it found it
 * @param repetitions knows the constants of the function
 * @param ranges knows where the whole numbers of the function lie
 * @param watched the arrays whose adjoints are results
 * @param settings what may be done to make it fast
 * @param log is told what is decided
 */
record Frame(
    Unit unit,
    Activity activity,
    Stability stability,
    Layout layout,
    Shadowing shadowing,
    Value tape,
    Value scratch,
    boolean isReplayed,
    Repetitions repetitions,
    Ranges ranges,
    WatchedArrays watched,
    Settings settings,
    StorageLog log) {}
