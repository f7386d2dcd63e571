using HyperVLab.Engine.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Objects;

/// <summary>A live object over the view of one entity.</summary>
/// <typeparam name="TView">The view.</typeparam>
/// <typeparam name="TEntity">The entity, by whose key requests name it.</typeparam>
public abstract class LabObject<TView, TEntity> : LabObject
    where TView : class
    where TEntity : class
{
    private Seen _seen;

    /// <summary>Makes the object of a view.</summary>
    private protected LabObject(LabHandle handle, int number, TView view)
        : base(handle, number)
    {
        // The view may be older than the lab's present version, so the next reading looks again.
        _seen = new Seen(-1, view);
    }

    /// <summary>The key under which requests know it.</summary>
    internal Key<TEntity> Key => new(Number);

    /// <summary>The view as it is now, or as it was last seen where the thing is gone.</summary>
    private protected TView View
    {
        get
        {
            long version = Handle.Lab.Version;
            Seen seen = _seen;
            if (seen.Version != version)
            {
                _seen = seen = new Seen(version, Handle.Lab.View<TView>(Number) ?? seen.View);
            }

            return seen.View;
        }
    }

    /// <summary>Makes the request of a property's setter, and waits until it is done.</summary>
    /// <exception cref="LabException">It was refused or failed.</exception>
    private protected void Change(LabRequest request)
    {
        JobView job = Handle.Send(request);
        using (Handle.BeginPump())
        {
            job = Handle.Lab.WaitFor(job.Key);
        }

        SetterWarnings.Show(job.Warnings);
        if (job.Failure is { } failure)
        {
            throw failure;
        }
    }

    // One reference, so that another thread sees both or neither.
    private sealed record Seen(long Version, TView View);
}
