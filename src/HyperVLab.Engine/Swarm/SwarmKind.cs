using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>A kind of fault or admin action that a schedule has or has not.</summary>
/// <param name="Name">Its name in schedules and reports.</param>
/// <param name="Draw">Draws one; null where the fabric has nothing that it could befall.</param>
internal sealed record SwarmKind(string Name, Func<SwarmDice, SwarmTargets, LabRequest?> Draw);
