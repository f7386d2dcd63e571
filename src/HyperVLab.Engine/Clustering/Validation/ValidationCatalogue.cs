using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>The validation tests, in the order of the report.</summary>
internal static class ValidationCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ValidationTest> All { get; } =
    [
        new("Network", "Validate IP Configuration", NetworkTests.Addresses),
        new("Network", "Validate Network Communication", NetworkTests.Communication),
        new("Storage", "List Potential Cluster Disks", StorageTests.Visibility),
        new("Storage", "Validate Microsoft MPIO-Based Disks", StorageTests.Multipath),
        new("Storage", "Validate SCSI-3 Persistent Reservation", StorageTests.Reservations),
        new("Storage", "Validate File System", StorageTests.FileSystems),
        new("System Configuration", "Validate Active Directory Configuration", SystemTests.ActiveDirectory),
        new("System Configuration", "Validate Operating System Edition", SystemTests.Editions),
        new("System Configuration", "Validate Required Services", SystemTests.Services),
        new("System Configuration", "Validate Same Processor Architecture", SystemTests.Processors),
        new("System Configuration", "Validate Software Update Levels", SystemTests.Updates),
    ];

    /// <summary>
    /// Those that are meant: all, or those whose name or category is included, without those that are ignored.
    /// </summary>
    public static IReadOnlyList<ValidationTest> Meant(IReadOnlyList<string> include, IReadOnlyList<string> ignore) =>
        [.. All.Where(test => (include.Count == 0 || IsNamed(test, include)) && !IsNamed(test, ignore))];

    /// <summary>Whether text names a test or a category.</summary>
    public static bool IsKnown(string name) => All.Any(test => IsNamed(test, [name]));

    /// <summary>Runs tests.</summary>
    public static IReadOnlyList<ValidationResult> Run(
        LabState lab, IReadOnlyList<PhysicalComputer> computers, IReadOnlyList<ValidationTest> tests)
    {
        var scope = new ValidationScope(lab, computers);
        var results = new List<ValidationResult>();
        foreach (ValidationTest test in tests)
        {
            ValidationFinding finding = test.Run(scope);
            results.Add(new ValidationResult(test.Category, test.Name, finding.Outcome, [.. finding.Messages]));
        }

        return results;
    }

    private static bool IsNamed(ValidationTest test, IReadOnlyList<string> names) =>
        names.Any(name => ClusterNames.AreSame(name, test.Name) || ClusterNames.AreSame(name, test.Category));
}
