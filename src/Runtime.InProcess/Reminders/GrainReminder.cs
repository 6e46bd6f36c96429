using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A handle on one written version of a reminder.</summary>
internal sealed record GrainReminder(ReminderEntry Entry) : IGrainReminder
{
    public string ReminderName => Entry.Name;
}
