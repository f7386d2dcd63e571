using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>Who asks, and from which computer of the lab: never the user of the operating system.</summary>
/// <param name="Account">The account; null for the lab itself while it is being made.</param>
/// <param name="Computer">The computer at which the account sits; null for the lab itself.</param>
public sealed record LabCaller(Key<Account>? Account, Key<PhysicalComputer>? Computer)
{
    /// <summary>The one of the account's user roles that counts; null for all that it has.</summary>
    public Key<UserRole>? Role { get; init; }

    /// <summary>The lab itself, which makes its first network and accounts.</summary>
    public static LabCaller Lab { get; } = new(null, null);
}
