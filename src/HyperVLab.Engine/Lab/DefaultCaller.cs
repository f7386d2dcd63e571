using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Who asks when nobody says: the lab's first administrator, at a computer.</summary>
public sealed record DefaultCaller : LabQuery<LabCaller>
{
    /// <summary>The name of the computer; null for the administrator's own.</summary>
    public string? ComputerName { get; init; }

    /// <inheritdoc/>
    internal override LabCaller Answer(LabState lab)
    {
        Key<Account>? administrator = null;
        foreach (Account account in lab.Accounts)
        {
            administrator ??= account.IsLabAdministrator ? account.Key : null;
        }

        Key<PhysicalComputer>? computer = null;
        foreach (PhysicalComputer candidate in lab.Computers)
        {
            computer ??= IsMeant(candidate) ? candidate.Key : null;
        }

        return new LabCaller(administrator, computer);
    }

    private bool IsMeant(PhysicalComputer computer) => ComputerName is null
        ? computer.Role == ComputerRole.Workstation
        : string.Equals(computer.Name, ComputerName, StringComparison.OrdinalIgnoreCase);
}
