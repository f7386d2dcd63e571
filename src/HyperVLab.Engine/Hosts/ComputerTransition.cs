namespace HyperVLab.Engine.Hosts;

/// <summary>One row of a computer's lifecycle.</summary>
/// <param name="Through">The state in which it is meanwhile.</param>
/// <param name="Duration">How long; zero for at once.</param>
/// <param name="To">The state that it reaches.</param>
internal sealed record ComputerTransition(ComputerState Through, TimeSpan Duration, ComputerState To);
