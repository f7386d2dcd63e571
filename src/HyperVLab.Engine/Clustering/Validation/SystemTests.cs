using System.Globalization;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>The tests of the nodes' systems.</summary>
internal static class SystemTests
{
    /// <summary>Every node is a member of one domain.</summary>
    public static ValidationFinding ActiveDirectory(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (PhysicalComputer computer in scope.Computers)
        {
            if (scope.Lab.Domains.Find(computer.Domain) is not { } domain)
            {
                finding.Fail($"{computer.Name} is not a member of a domain.");
            }
            else if (domain.Key != scope.Computers[0].Domain)
            {
                finding.Fail($"{computer.Name} is a member of {domain.Name}, and {scope.Computers[0].Name} is not.");
            }
            else
            {
                finding.Note($"{computer.Name} is a member of {domain.Name}.");
            }
        }

        return finding;
    }

    /// <summary>Every node runs one edition of one release that has clustering.</summary>
    public static ValidationFinding Editions(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (PhysicalComputer computer in scope.Computers)
        {
            if (computer.Edition is not { } edition)
            {
                finding.Fail($"{computer.Name} has no operating system.");
            }
            else if (!edition.HasClustering)
            {
                finding.Fail($"{computer.Name} runs {edition.Name}, which has no failover clustering.");
            }
            else if (edition.Version != scope.Computers[0].Edition?.Version)
            {
                finding.Fail($"{computer.Name} runs {edition.Name}: the nodes of a cluster run one release.");
            }
            else if (edition.Id != scope.Computers[0].EditionId)
            {
                finding.Warn($"{computer.Name} runs {edition.Name}, another edition than {scope.Computers[0].Name}.");
            }
            else
            {
                finding.Note($"{computer.Name} runs {edition.Name}.");
            }
        }

        return finding;
    }

    /// <summary>Every node has processors of one maker, and better of one generation.</summary>
    public static ValidationFinding Processors(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        HostHardware first = scope.Computers[0].Hardware;
        foreach (PhysicalComputer computer in scope.Computers)
        {
            HostHardware hardware = computer.Hardware;
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"{computer.Name} has {computer.LogicalProcessorCount} logical processors by "
                + $"{hardware.ProcessorVendor}.");
            if (!string.Equals(hardware.ProcessorVendor, first.ProcessorVendor, StringComparison.OrdinalIgnoreCase))
            {
                finding.Fail($"{text} Those of {scope.Computers[0].Name} are by {first.ProcessorVendor}.");
            }
            else if (hardware.ProcessorGeneration != first.ProcessorGeneration)
            {
                finding.Warn($"{text} They are of another generation: live migration needs processor compatibility.");
            }
            else
            {
                finding.Note(text);
            }
        }

        return finding;
    }

    /// <summary>Every node has the same updates and packages.</summary>
    public static ValidationFinding Updates(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        var packages = scope.Computers.ToDictionary(
            computer => computer.Name,
            computer => scope.Lab.Packages.Where(package => package.Computer == computer.Key)
                .Select(package => package.Name).Order(StringComparer.OrdinalIgnoreCase).ToList(),
            StringComparer.OrdinalIgnoreCase);
        List<string> all = [.. scope.Computers.SelectMany(computer => packages[computer.Name])
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (PhysicalComputer computer in scope.Computers)
        {
            List<string> missing = [.. all.Except(packages[computer.Name], StringComparer.OrdinalIgnoreCase)];
            if (missing.Count > 0)
            {
                finding.Warn($"{computer.Name} lacks what another node has: {string.Join(", ", missing)}.");
            }
        }

        if (finding.Messages.Count == 0)
        {
            finding.Note("All nodes have the same updates and packages.");
        }

        return finding;
    }

    /// <summary>The feature is installed and its service can start on every node.</summary>
    public static ValidationFinding Services(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (PhysicalComputer computer in scope.Computers)
        {
            if (!computer.IsRunning)
            {
                finding.Fail($"{computer.Name} cannot be contacted: it does not run.");
            }
            else if (!computer.HasFeature(FeatureCatalogue.FailoverClustering))
            {
                finding.Fail($"{computer.Name} does not have the Failover Clustering feature.");
            }
            else
            {
                finding.Note($"{computer.Name} has the Failover Clustering feature.");
            }
        }

        return finding;
    }
}
