using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>Runs the tests of a validation one after the other.</summary>
internal static class ValidationRun
{
    /// <summary>Begins the next test, or ends.</summary>
    public static void Next(LabState lab, ClusterValidation validation, Key<LabJob> job)
    {
        IReadOnlyList<ValidationTest> tests = ValidationCatalogue.Meant(validation.Include, validation.Ignore);
        int index = validation.Results.Count;
        if (index == tests.Count)
        {
            validation.Conclude(lab.Now);
            lab.Write(
                LogLevel.Information, ClusterLog.Source, null,
                $"Validation '{validation.Name}' ended: {ValidationReport.WorstOf(validation.Results)}.");
            lab.Complete(job);
            return;
        }

        lab.Step(job, tests[index].Name, index * 100 / tests.Count);
        lab.Schedule(
            ClusterSettings.ValidationTest * validation.Nodes.Count,
            new ValidationTestEnded(validation.Key, index, job));
    }

    /// <summary>A test is over: what it found counts as of now.</summary>
    public static void End(LabState lab, ClusterValidation validation, Key<LabJob> job)
    {
        ValidationTest test = ValidationCatalogue.Meant(
            validation.Include, validation.Ignore)[validation.Results.Count];
        IReadOnlyList<ValidationResult> found = ValidationCatalogue.Run(
            lab, [.. validation.Nodes.Select(node => lab.Computers[node])], [test]);
        validation.Learn(found[0]);
        Next(lab, validation, job);
    }
}
