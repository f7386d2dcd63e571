using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Which computer is meant by the name of a server that is to be converted, for whoever gives the password of an
/// account that administers it.
/// </summary>
/// <param name="Name">The server's name.</param>
/// <param name="Credential">The account.</param>
public sealed record ConversionSourceQuery(string Name, AccountProof Credential) : LabQuery<Key<PhysicalComputer>>
{
    /// <inheritdoc/>
    internal override Key<PhysicalComputer> Answer(LabState lab) =>
        // An unknown name and a wrong account are told alike, or names could be found out.
        lab.FindComputer(Name) is { } computer && Servers.Of(lab, computer.Key) is not null
            && SourceAccess.Proves(lab, computer.Key, Credential)
            ? computer.Key
            : throw ConversionErrors.SourceDenied.For(Name, Name);
}
