package org.sockmodel.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The root of validation: no checks of its own, only the list of validators. */
@ComposedChecks(validators = {
    ImportValidator.class,
    NameValidator.class,
    SizeValidator.class,
    ExpressionValidator.class,
    SettingValidator.class,
    MachineValidator.class,
    CostValidator.class,
    KernelValidator.class,
    FamilyValidator.class,
    ProtoswValidator.class,
    NicValidator.class,
    ModerationValidator.class,
    NetworkValidator.class,
    ThreadValidator.class,
    SocketCallValidator.class,
    CallValidator.class,
    SignalValidator.class,
    DescriptorValidator.class,
    LoopValidator.class,
    TrafficValidator.class,
    DistributionValidator.class,
    ExpectationValidator.class,
    SweepValidator.class})
public class SockModelValidator extends AbstractSockModelValidator {
}
