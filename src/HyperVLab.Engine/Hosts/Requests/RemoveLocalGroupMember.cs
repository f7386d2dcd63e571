using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Takes a member out of a computer's local group. It is done at the computer's own console.</summary>
public sealed record RemoveLocalGroupMember : LabRequest
{
    /// <summary>The local group, such as <c>Administrators</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The member, such as <c>LAB\Administrator</c>.</summary>
    public required string Member { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        string group = LocalGroups.DemandGroup(computer, Group);
        if (LocalGroups.Find(lab, Computer, group, Member) is null)
        {
            throw DirectoryErrors.MemberMissing.For(Member, Member, group);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        lab.LocalGroupMembers.Remove(LocalGroups.Find(lab, Computer, Group, Member)!.Key);
}
