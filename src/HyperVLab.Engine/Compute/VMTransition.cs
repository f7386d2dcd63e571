namespace HyperVLab.Engine.Compute;

/// <summary>One row of the lifecycle: where an action leads from a state.</summary>
/// <param name="Through">The state meanwhile.</param>
/// <param name="Takes">What decides how long that is.</param>
/// <param name="To">The state afterwards.</param>
internal sealed record VMTransition(VMState Through, TransitionTime Takes, VMState To);
