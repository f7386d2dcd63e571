using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Adds a domain's account or group to a computer's local group. It is done at the computer's own console.
/// </summary>
public sealed record AddLocalGroupMember : LabRequest
{
    /// <summary>The local group, such as <c>Administrators</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The account or group, such as <c>LAB\Administrator</c>.</summary>
    public required string Member { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        string group = LocalGroups.DemandGroup(computer, Group);
        string member = LocalGroups.FindPrincipal(lab, computer, Member)
            ?? throw DirectoryErrors.NoSuchPrincipal.For(Member, Member, computer.Name);
        if (LocalGroups.Find(lab, Computer, group, member) is not null)
        {
            throw DirectoryErrors.MemberExists.For(member, member, group);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        string group = LocalGroups.DemandGroup(computer, Group);
        string member = LocalGroups.FindPrincipal(lab, computer, Member)!;
        job.Give(lab.LocalGroupMembers.Add(key => new LocalGroupMember(key, Computer, group, member)).Key);
    }
}
