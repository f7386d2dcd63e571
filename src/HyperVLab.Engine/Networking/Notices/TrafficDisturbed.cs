namespace HyperVLab.Engine.Networking.Notices;

/// <summary>
/// Somebody's port came up, went, moved or was set otherwise, or a card serves its queues otherwise: what gets there,
/// and how fast, may be different.
/// </summary>
internal sealed record TrafficDisturbed : LabNotice;
