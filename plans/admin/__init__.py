"""The editors' side of plans: how far the actions are, and which ones nothing was told of."""
