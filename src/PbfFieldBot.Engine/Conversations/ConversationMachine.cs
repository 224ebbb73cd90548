using Stateless;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What moves a conversation from state to state.</summary>
public enum ConversationTrigger
{
    /// <summary>A question (or a part of it) is to be asked.</summary>
    Ask,

    /// <summary>Nothing more is to be asked.</summary>
    Complete,
    ChooseChange,
    PickChange,
    Pause,
    Resume,
    OfferOther,
    DeclineOther,

    /// <summary>Somebody may have told the same event: to be asked before the report is sent.</summary>
    AskSameEvent,
    Confirm,
    Cancel,
}

/// <summary>
/// The one fixed machine of all conversations, and the one door to Stateless: which state may follow which. Not a state per question.
/// </summary>
public sealed class ConversationMachine
{
    private static readonly ThreadLocal<ConversationMachine> Shared = new(() => new ConversationMachine());
    private readonly StateMachine<ConversationState, ConversationTrigger> machine;
    private ConversationState state;
    private ConversationState returnTo;

    private ConversationMachine()
    {
        machine = new StateMachine<ConversationState, ConversationTrigger>(() => state, s => state = s);
        Configure();
    }

    /// <summary>The conversation in the state to which the trigger leads. A trigger that its state does not know is our bug and throws.</summary>
    public static Conversation Move(Conversation conversation, ConversationTrigger trigger) => Shared.Value!.Fire(conversation, trigger);

    /// <summary>True when the trigger is allowed in the conversation's state.</summary>
    public static bool May(Conversation conversation, ConversationTrigger trigger)
    {
        var shared = Shared.Value!;
        shared.Load(conversation);
        return shared.machine.CanFire(trigger);
    }

    private Conversation Fire(Conversation conversation, ConversationTrigger trigger)
    {
        Load(conversation);
        machine.Fire(trigger);
        var leaves = trigger is ConversationTrigger.Pause or ConversationTrigger.OfferOther;
        return conversation with { State = state, ReturnTo = leaves ? conversation.State : null };
    }

    private void Load(Conversation conversation)
    {
        state = conversation.State;
        returnTo = conversation.ReturnTo ?? ConversationState.Asking;
    }

    private void Configure()
    {
        machine.Configure(ConversationState.Asking)
            .PermitReentry(ConversationTrigger.Ask)
            .Permit(ConversationTrigger.Complete, ConversationState.Recap)
            .Permit(ConversationTrigger.OfferOther, ConversationState.OfferingOther)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.Recap)
            .PermitReentry(ConversationTrigger.Complete)
            .Permit(ConversationTrigger.Ask, ConversationState.Asking)
            .Permit(ConversationTrigger.ChooseChange, ConversationState.ChoosingChange)
            .Permit(ConversationTrigger.PickChange, ConversationState.Changing)
            .Permit(ConversationTrigger.OfferOther, ConversationState.OfferingOther)
            .Permit(ConversationTrigger.AskSameEvent, ConversationState.SameEvent)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Confirm, ConversationState.Sent)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.SameEvent)
            .PermitReentry(ConversationTrigger.AskSameEvent)
            .Permit(ConversationTrigger.Complete, ConversationState.Recap)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Confirm, ConversationState.Sent)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.AskedAgain)
            .PermitReentry(ConversationTrigger.Ask)
            .Permit(ConversationTrigger.OfferOther, ConversationState.OfferingOther)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Confirm, ConversationState.Sent)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.ChoosingChange)
            .PermitReentry(ConversationTrigger.ChooseChange)
            .Permit(ConversationTrigger.PickChange, ConversationState.Changing)
            .Permit(ConversationTrigger.Complete, ConversationState.Recap)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.Changing)
            .PermitReentry(ConversationTrigger.PickChange)
            .Permit(ConversationTrigger.Ask, ConversationState.Asking)
            .Permit(ConversationTrigger.Complete, ConversationState.Recap)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.OfferingOther)
            .PermitDynamic(ConversationTrigger.DeclineOther, () => returnTo)
            .Permit(ConversationTrigger.Pause, ConversationState.Paused)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
        machine.Configure(ConversationState.Paused)
            .PermitDynamic(ConversationTrigger.Resume, () => returnTo)
            .Permit(ConversationTrigger.Cancel, ConversationState.Cancelled);
    }
}
