using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

public sealed partial class PhysicalComputer
{
    /// <summary>Puts it into a bay of a chassis.</summary>
    internal void PutInto(Key<Chassis> chassis, int bay) => (Chassis, Bay) = (chassis, bay);

    /// <summary>Enters the next state of its lifecycle and what it is in the middle of there.</summary>
    internal void Enter(ComputerState state, ComputerOperation? operation)
    {
        State = state;
        Operation = operation;
        ShutdownNotBefore = null;
        PendingEditionId = state == ComputerState.Installing ? PendingEditionId : null;
        BootedAt = state is ComputerState.Running or ComputerState.Stopping ? BootedAt : null;
    }

    /// <summary>Lets the event that takes it on be another one.</summary>
    internal void Await(long sequence, TimeSpan? shutdownNotBefore)
    {
        Operation = Operation! with { Sequence = sequence };
        ShutdownNotBefore = shutdownNotBefore;
    }

    /// <summary>One fault more keeps power from it.</summary>
    internal void LosePower(bool wasOn)
    {
        PowerFaults++;
        BootsWithPower |= wasOn;
    }

    /// <summary>One fault less keeps power from it.</summary>
    /// <returns>Whether it has power again and boots with it.</returns>
    internal bool RegainPower()
    {
        PowerFaults--;
        bool boots = HasPower && BootsWithPower;
        BootsWithPower &= !HasPower;
        return boots;
    }

    /// <summary>One fault more, or one less, keeps its management agent from answering.</summary>
    internal void LoseAgent(bool loses) => AgentFaults += loses ? 1 : -1;

    /// <summary>One fault more, or one less, lets its parent partition hang.</summary>
    internal void Hang(bool hangs) => HangFaults += hangs ? 1 : -1;

    /// <summary>Notes when it came up.</summary>
    internal void ComeUp(TimeSpan now) => BootedAt = now;

    /// <summary>Is to get an operating system.</summary>
    internal void BeginSetup(string editionId) => PendingEditionId = editionId;

    /// <summary>Has an operating system now.</summary>
    internal void Install(string editionId) => (EditionId, PendingEditionId) = (editionId, null);

    /// <summary>Is to take another name with its next boot.</summary>
    internal void RenameAtBoot(string newName) => PendingName = newName;

    /// <summary>Takes the name that waited.</summary>
    internal void TakePendingName() => (Name, PendingName) = (PendingName ?? Name, null);

    /// <summary>Is to become a member of a domain with its next boot.</summary>
    internal void JoinAtBoot(Key<DirectoryDomain> domain) => PendingDomain = domain;

    /// <summary>Becomes a member of the domain that waited.</summary>
    internal void TakePendingDomain() => (Domain, PendingDomain) = (PendingDomain ?? Domain, null);

    /// <summary>Takes remote desktop connections, or no more.</summary>
    internal void AllowRemoteDesktop(bool allow) => RemoteDesktopEnabled = allow;

    /// <summary>Can be managed remotely, or no more.</summary>
    internal void AllowRemoteManagement(bool allow) => RemoteManagementEnabled = allow;

    /// <summary>Lets multipath I/O claim disks, or no more.</summary>
    internal void ClaimDisksByMpio(bool claim) => MpioEnabled = claim;

    /// <summary>Whether a role or feature works on it.</summary>
    internal bool HasFeature(string name) => WorkingFeatures.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A role or feature works on it now, or no more.</summary>
    internal void LetFeatureWork(string name, bool works)
    {
        string[] others = [.. WorkingFeatures.Where(feature => feature != name)];
        WorkingFeatures = works ? [.. others.Append(name).Order(StringComparer.Ordinal)] : others;
    }

    /// <summary>Puts configurations and disks elsewhere; null leaves a path as it is.</summary>
    internal void SetPaths(string? virtualMachinePath, string? virtualHardDiskPath)
    {
        VirtualMachinePath = virtualMachinePath ?? VirtualMachinePath;
        VirtualHardDiskPath = virtualHardDiskPath ?? VirtualHardDiskPath;
    }

    /// <summary>Gives dynamic MAC addresses from another range.</summary>
    internal void SetMacAddressRange(MacAddressRange range) => MacAddressRange = range;

    /// <summary>Reserves memory for a virtual machine; the caller has checked that it is available.</summary>
    internal void ReserveMemory(long bytes) => MemoryCommittedBytes += bytes;

    /// <summary>Gives a virtual machine's memory back.</summary>
    internal void ReleaseMemory(long bytes) => MemoryCommittedBytes = Math.Max(0, MemoryCommittedBytes - bytes);
}
