using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>
/// An adapter is about to be removed; its addresses are with its successor already. Who refers to it lets go.
/// </summary>
/// <param name="Adapter">The adapter, which still stands.</param>
/// <param name="Successor">The adapter that has its addresses now; null where none has.</param>
internal sealed record NetworkAdapterRemoving(Key<NetworkAdapter> Adapter, Key<NetworkAdapter>? Successor) : LabNotice;
