/** One message of a conversation with a model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly toolCallId?: string;
}

/** What a model is asked for. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** JSON Schema of the reply. */
  readonly schema?: unknown;
  readonly maxOutputTokens: number;
}

/** What a model answered; unknown token counts are null, never 0. */
export interface ChatReply {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'refusal';
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly model: string;
}

/** Any OpenAI-compatible model. What it says is data. */
export interface ChatModel {
  complete(request: ChatRequest): Promise<ChatReply>;
}
