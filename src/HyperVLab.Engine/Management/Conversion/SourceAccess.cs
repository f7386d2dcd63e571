using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Who may convert a physical server. It is in no host group, so what counts is an account that administers it: the
/// caller's own, or one whose password he gives, as New-P2V of Virtual Machine Manager 2008 R2 asks for one.
/// </summary>
internal static class SourceAccess
{
    /// <summary>Whether a caller may convert a server; administrators of the lab may without an account.</summary>
    public static bool Allows(
        LabState lab, LabCaller caller, Key<PhysicalComputer> source, AccountProof? credential) => credential is null
            ? caller.Account is not { } own
                || (lab.Accounts[own].IsLabAdministrator && caller.Role is null)
                || LocalGroups.IsAdministrator(lab, own, lab.Computers[source])
            : Proves(lab, source, credential);

    /// <summary>Whether somebody gave the password of an account that administers a server.</summary>
    public static bool Proves(LabState lab, Key<PhysicalComputer> source, AccountProof? credential) =>
        credential?.Find(lab) is { } account && LocalGroups.IsAdministrator(lab, account.Key, lab.Computers[source]);

    /// <summary>What a request to convert a server opens to a caller who does not see it.</summary>
    public static IReadOnlyList<IKey> Opens(
        LabState lab, LabCaller caller, Key<PhysicalComputer> source, AccountProof? credential) =>
        lab.Computers.Contains(source.Number) && Servers.Of(lab, source) is not null
            && Allows(lab, caller, source, credential)
            ? [source]
            : [];

    /// <summary>Refuses who may not convert a server.</summary>
    /// <exception cref="LabException">He may not.</exception>
    public static void Demand(
        LabState lab, LabCaller caller, Key<PhysicalComputer> source, AccountProof? credential)
    {
        if (!Allows(lab, caller, source, credential))
        {
            string name = lab.NameOf(source);
            throw ConversionErrors.SourceDenied.For(name, name);
        }
    }

    /// <summary>
    /// Whether a computer is a server that no host group has and that an account administers: such a one it sees.
    /// </summary>
    public static bool IsFreeServerOf(LabState lab, Key<PhysicalComputer> computer, Account account) =>
        Servers.Of(lab, computer) is not null && Agents.Of(lab, computer) is null
        && LocalGroups.IsAdministrator(lab, account.Key, lab.Computers[computer]);
}
