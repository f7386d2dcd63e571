using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>
/// An adapter's cable was plugged or pulled, or its addresses changed: who reaches whom may be different.
/// </summary>
/// <param name="Adapter">The adapter.</param>
internal sealed record AdapterChanged(Key<NetworkAdapter> Adapter) : LabNotice;
