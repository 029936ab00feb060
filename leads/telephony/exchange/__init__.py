"""What an exchange says, and the call that it means. Pure: values in, values out, no Django."""
