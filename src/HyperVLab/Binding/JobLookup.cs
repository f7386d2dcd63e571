using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>Finds jobs by number.</summary>
internal static class JobLookup
{
    /// <summary>The job of a number.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static JobView Find(LabHandle handle, int id)
    {
        string number = id.ToString(CultureInfo.InvariantCulture);
        return handle.Lab.View<JobView>(id) ?? throw ModuleErrors.NoSuchJob.For(number, number);
    }
}
