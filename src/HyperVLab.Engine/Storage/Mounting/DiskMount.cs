using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>That a virtual hard disk is mounted: attached to a host as one of its own disks.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Account">Who mounted it; null for the lab itself.</param>
/// <param name="IsReadOnly">Whether nobody may write to it.</param>
/// <param name="Number">The number of the disk on the host.</param>
/// <param name="Since">When it was mounted.</param>
public sealed record DiskMount(
    Key<PhysicalComputer> Computer, Key<Account>? Account, bool IsReadOnly, int Number, TimeSpan Since);
