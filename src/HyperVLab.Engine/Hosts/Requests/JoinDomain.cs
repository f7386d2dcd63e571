using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Makes a computer a member of a domain with its next boot. It is done at the computer's own console, with the
/// caller's account of that domain.
/// </summary>
public sealed record JoinDomain : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The domain's DNS or NetBIOS name.</summary>
    public required string DomainName { get; init; }

    /// <summary>Whether to restart the computer for it.</summary>
    public bool Restart { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        DirectoryDomain? domain = DirectoryServices.FindDomain(lab, DomainName);
        if (domain is null || !lab.CanReach(Computer, domain.Controller))
        {
            throw DirectoryErrors.DomainNotContacted.For(computer.Name, computer.Name, DomainName);
        }

        if (computer.Domain == domain.Key || computer.PendingDomain == domain.Key)
        {
            throw DirectoryErrors.AlreadyInDomain.For(computer.Name, computer.Name, domain.Name);
        }

        if (caller.Account is { } account && lab.Accounts[account].Domain != domain.Key)
        {
            throw DirectoryErrors.JoinNotAllowed.For(computer.Name, computer.Name, domain.Name);
        }

        if (DirectoryServices.Find(lab, domain.Key, computer.Name) is not null)
        {
            throw DirectoryErrors.ComputerObjectExists.For(computer.Name, computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        DirectoryDomain domain = DirectoryServices.FindDomain(lab, DomainName)!;
        job.Give(Computer);
        if (computer.PendingDomain is { } other)
        {
            DirectoryServices.RemoveComputer(lab, other, computer.Name);
        }

        DirectoryServices.CreateComputer(lab, domain.Key, computer.Name, DirectoryComputerKind.Member);
        computer.JoinAtBoot(domain.Key);
        if (Restart)
        {
            ComputerPower.Begin(lab, computer, ComputerAction.Restart, job);
        }
        else
        {
            lab.Warn(job.Key, HostWarnings.TakesEffectAfterRestart(computer.Name));
        }
    }
}
